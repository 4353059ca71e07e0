import { configure } from "@testing-library/react";

// A bound, not a wait: what a test expects comes within milliseconds, and on a busy machine some seconds later.
configure({ asyncUtilTimeout: 10_000 });
