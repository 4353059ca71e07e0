import { test as base } from "../fixtures";
import { platformControl, type PlatformControl } from "./platform";

/** Faults of the world for specs of this folder: nobody else is on the platform while they run. */
export const test = base.extend<{ platform: PlatformControl }>({
  platform: async ({}, use) => {
    await use(platformControl);
    // Whatever a test broke is whole again for the next one, also where it failed half way.
    await platformControl.startDatabase();
    await platformControl.allowSockets();
    await platformControl.mendRest();
    await platformControl.mendAuth();
  },
});

export { expect } from "../fixtures";
