import { buildElsewhere } from "../../scripts/build-elsewhere";

const distDir = ".next-newer";

/**
 * The app built once more, as the next deployment would be: another name, another key for the ids of its actions, other
 * files. Answers its folder.
 */
export async function newerBuild(): Promise<string> {
  await buildElsewhere(distDir);
  return distDir;
}
