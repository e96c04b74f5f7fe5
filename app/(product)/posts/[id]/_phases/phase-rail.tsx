"use client";
import type { PostDocument, PostStatus } from "@/lib/blog/schema";
import { ContentsRail } from "../_run/contents-rail";
import { describePhases } from "./describe-phases";
import { PhaseNav } from "./phase-nav";

type PhaseRailProps = { document: PostDocument; status: PostStatus; onPublish: () => void };

/** Where a post at rest stands, and its headings. */
export function PhaseRail({ document, status, onPublish }: PhaseRailProps) {
  return (
    <>
      <PhaseNav phases={describePhases(document, status)} onPublish={onPublish} />
      {document.sections.length > 0 && <ContentsRail document={document} />}
    </>
  );
}
