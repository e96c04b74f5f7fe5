"use client";
import dynamic from "next/dynamic";
import { unloaded } from "@/app/_ui/work/part-unloaded";

/** The dialog is loaded when it is opened. */
export const LazyGoBack = dynamic(
  () => import("./go-back-dialog").then(({ GoBackDialog }) => GoBackDialog, unloaded),
  { ssr: false },
);
