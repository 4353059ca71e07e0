import { startPlatform } from "./local/start";
import { nodeRealtime } from "./lib/supabase/transport";
import { seed } from "./local/seed";
import { createClient } from "@supabase/supabase-js";
const platform = await startPlatform({ port: 5650, dataDir: "/tmp/mem/data" });
await seed(platform);
const client = createClient(platform.urls.api, platform.keys.publishable, { auth: { persistSession: false }, realtime: nodeRealtime });
const { data, error } = await client.auth.signInWithPassword({ email: "owner@demo.local", password: "demo-demo-demo" });
if (error) throw error;
const { data: projects } = await client.rpc("get_bootstrap", {}) as any;
let n = 0;
const end = Date.now() + Number(process.env.MINUTES ?? 20) * 60_000;
const mark = () => { (globalThis as any).gc(); const m = process.memoryUsage(); console.log(n, Math.round(m.rss/1e6), "heap", (m.heapUsed/1e6).toFixed(1), "ext", (m.external/1e6).toFixed(1), "ab", (m.arrayBuffers/1e6).toFixed(1)); };
const timer = setInterval(mark, 30_000);
async function loop(k: number) {
  while (Date.now() < end) {
    const i = n++;
    switch (i % 6) {
      case 0: await client.rpc("get_bootstrap", {}); break;
      case 1: await client.rpc("get_notifications", { after_seq: i % 50 }); break;
      case 2: await client.from("leads").select("id,name").eq("heat", ["cold","warm","hot","burning"][i % 4]!).limit(1 + i % 40); break;
      case 3: await client.rpc("get_settings_events", { page_size: 10 + i % 30 }); break;
      case 4: await client.auth.getUser(); break;
      case 5: await client.from("notifications").select("id").gt("seq", i).limit(3); break;
    }
    if (i % 200 === 0) await client.auth.refreshSession();
  }
}
mark();
await Promise.all([loop(1), loop(2)]);
clearInterval(timer); mark();
const v8 = await import("node:v8"); 
if (process.env.SNAP) v8.writeHeapSnapshot("/tmp/mem/end.heapsnapshot");
await platform.stop();
