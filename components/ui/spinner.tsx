/** A decoration: the component around it says in words what is going on. */
export const Spinner = () => (
  <span
    aria-hidden="true"
    className="inline-block size-4 shrink-0 animate-spin rounded-full border-2 border-current border-t-transparent opacity-70"
  />
);
