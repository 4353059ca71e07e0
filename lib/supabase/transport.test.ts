import { createClient } from "@supabase/supabase-js";
import { expect, it } from "vitest";
import { noRealtime } from "./transport";

it("a client of the server is made without a socket, and whoever would subscribe is told why it has none", () => {
  const client = createClient("http://127.0.0.1:9", "key", { realtime: noRealtime });
  expect(() => client.channel("any").subscribe()).toThrow("the server opens no socket to Realtime");
});
