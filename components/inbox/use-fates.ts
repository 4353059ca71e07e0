"use client";

import { useEffect, useState } from "react";
import { fetchResult } from "@/lib/fetch-result";
import type { DeliveryFate } from "@/lib/notifications/delivery/fates";
import { paths } from "@/lib/paths";
import type { Result } from "@/lib/result";

/** What became of a notification on each channel, read when the component is mounted; null until it has come. */
export function useFates(userId: string, notificationId: string) {
  const [answer, setAnswer] = useState<Result<DeliveryFate[]> | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let left = false;
    void fetchResult<DeliveryFate[]>(paths.api.deliveries(userId, notificationId)).then((fresh) => {
      if (!left) setAnswer(fresh);
    });
    return () => {
      left = true;
    };
  }, [userId, notificationId, asked]);
  function again() {
    setAnswer(null);
    setAsked(asked + 1);
  }
  return { answer, again };
}
