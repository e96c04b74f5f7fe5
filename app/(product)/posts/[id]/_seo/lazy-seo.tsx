"use client";
import dynamic from "next/dynamic";
import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";

/** The panel is loaded after the post: reading one needs none of it. */
export const LazySeo = dynamic(() => import("./post-seo").then(({ PostSeo }) => PostSeo), {
  ssr: false,
  loading: () => <SkeletonLines widths={[40, 96, 58]} label="The search panel is loading" />,
});
