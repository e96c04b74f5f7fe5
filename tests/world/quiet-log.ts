import { log } from "@/lib/logs/log";

/** Vitest set-up: tests that call the product in this process do not print its log lines. */
log.level = "silent";
