import { watchLeaving } from "@/lib/live/page-left";

// Next runs this file before the page's own code.
watchLeaving();
