"use client";

import { useState } from "react";
import { type Json, sameJson } from "@/lib/settings/json";

/**
 * The value of an earlier render while this one says the same. A context above a page gives the same object for the same
 * values: to give another one makes React draw every reader anew, and a part of the page whose code is still on its way
 * is taken off the page meanwhile.
 */
export function useUnchanged<Value extends Json>(value: Value): Value {
  const [kept, keep] = useState(value);
  if (kept === value || sameJson(kept, value)) return kept;
  keep(value);
  return value;
}
