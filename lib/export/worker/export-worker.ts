/** Runs in a thread of its own: writes one post and ends. */
import "./yield-to-others";
import { parentPort, workerData } from "node:worker_threads";
import { getExporter } from "../registry";
import type { ExportJob } from "./write-in-worker";

const { post, format, part, address }: ExportJob = workerData;
parentPort?.postMessage(await getExporter(format).write(post, part, address));
