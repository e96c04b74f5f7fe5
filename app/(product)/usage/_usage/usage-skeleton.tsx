import { SkeletonLines } from "@/app/_ui/work/skeleton-lines";

/** The month's figures and some rows, where they will be. */
export function UsageSkeleton() {
  return (
    <>
      <SkeletonLines widths={[60, 30]} label="Loading what your keys have spent" />
      <SkeletonLines widths={[90, 90, 90, 90]} />
    </>
  );
}
