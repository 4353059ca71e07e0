"use client";

import { useEffect, useState } from "react";
import { serverClock } from "@/lib/server-clock";
import { createOutboxStorage, type DevicePerson } from "@/lib/settings/outbox/storage";

/** The data that this device held of its person when the page asked, and the time of the answer, by the server's clock. */
export type DeviceAnswer = { person: DevicePerson | null; at: Date };

/** Null until the device has answered. The server cannot know, so it renders the same HTML for everybody. */
export function useDevicePerson(): DeviceAnswer | null {
  const [answer, setAnswer] = useState<DeviceAnswer | null>(null);
  useEffect(() => {
    let left = false;
    const show = (person: DevicePerson | null) =>
      left || setAnswer({ person, at: new Date(serverClock.now()) });
    createOutboxStorage()
      .person()
      .then(show, () => show(null));
    return () => void (left = true);
  }, []);
  return answer;
}
