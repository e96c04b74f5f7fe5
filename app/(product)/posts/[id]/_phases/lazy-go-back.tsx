"use client";
import dynamic from "next/dynamic";

/** The dialog is loaded when it is opened. */
export const LazyGoBack = dynamic(
  () => import("./go-back-dialog").then(({ GoBackDialog }) => GoBackDialog),
  { ssr: false },
);
