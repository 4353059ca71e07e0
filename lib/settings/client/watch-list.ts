/**
 * The projects (null: all projects) whose settings are on the screen; one may be there several times. A read of one
 * project answers the rows for all projects too.
 */
export function createWatchList() {
  const watching = new Set<{ projectId: string | null }>();
  const projectIds = () => {
    const all = new Set([...watching].map(({ projectId }) => projectId));
    return all.size > 1 ? [...all].filter((projectId) => projectId !== null) : [...all];
  };
  return {
    projectIds,
    has: (projectId: string | null) => projectIds().includes(projectId),
    add(projectId: string | null): () => void {
      const one = { projectId };
      watching.add(one);
      return () => void watching.delete(one);
    },
  };
}
