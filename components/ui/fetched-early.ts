/**
 * Asked for by the code of the page, before the page listens: what a person may open the moment after the network has
 * gone must have been fetched by then.
 */
export function fetchedEarly<T>(load: () => Promise<T>): () => Promise<T> {
  // What fails is asked for again by whoever needs it.
  if (typeof window !== "undefined") void load().catch(() => undefined);
  return load;
}
