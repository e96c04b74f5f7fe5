"use client";
import dynamic from "next/dynamic";
import { unloaded } from "@/app/_ui/work/part-unloaded";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";

/** The panel is loaded after the post: reading one needs none of it. */
export const LazySeo = dynamic(
  () => import("./post-seo").then(({ PostSeo }) => PostSeo, unloaded),
  {
    ssr: false,
    loading: () => <SkeletonLines widths={[40, 96, 58]} label="The search panel is loading" />,
  },
);
