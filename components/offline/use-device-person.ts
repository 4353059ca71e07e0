"use client";

import { useEffect, useState } from "react";
import { createOutboxStorage, type DevicePerson } from "@/lib/settings/outbox/storage";

/** The data that this device held of its person when the page asked, and the time of the answer. */
export type DeviceAnswer = { person: DevicePerson | null; at: Date };

/** Null until the device has answered. The server cannot know, so it renders the same HTML for everybody. */
export function useDevicePerson(): DeviceAnswer | null {
  const [answer, setAnswer] = useState<DeviceAnswer | null>(null);
  useEffect(() => {
    let left = false;
    const show = (person: DevicePerson | null) => left || setAnswer({ person, at: new Date() });
    createOutboxStorage()
      .person()
      .then(show, () => show(null));
    return () => void (left = true);
  }, []);
  return answer;
}
