"use client";
import { type SyntheticEvent, useState } from "react";
import { z } from "zod";
import { focusFirstError } from "@/app/_ui/focus-first-error";
import { BringBack } from "@/app/_ui/messages/bring-back";
import { useWorkStream } from "@/app/_ui/work/use-work-stream";
import { WorkPanel } from "@/app/_ui/work/work-panel";
import {
  type PageReport,
  pageReport,
  type SavedAnalysis,
  websiteData,
} from "@/lib/onboarding/website/schema";
import { SaveBar } from "../../_frame/save-bar";
import { useCompleteStep } from "../../_frame/use-complete-step";
import { useDraft } from "../../_frame/use-draft";
import { EarlierAnalyses } from "./earlier-analyses";
import { OwnSitemap } from "./own-sitemap";
import { PageReports } from "./page-reports";
import { ProfileFields } from "./profile-fields";
import { SourceFields } from "./source-fields";
import styles from "./website.module.css";
import {
  normalizeUrl,
  toAnalyzeBody,
  toTexts,
  toWebsiteBody,
  type WebsiteDraft,
} from "./website-form-state";

type WebsiteFormProps = {
  initial: WebsiteDraft;
  savedAt: string | null;
  analyses: SavedAnalysis[];
  estimateUsd: number | null;
  sitemapUsd: number | null;
  payers: { site: string; other: string };
};

/** The source, what was learned from it, and the fields to correct or to fill in by hand. */
export function WebsiteForm({ initial, savedAt, analyses, ...price }: WebsiteFormProps) {
  const [draft, setDraft] = useState(initial);
  const [pages, setPages] = useState<PageReport[]>([]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const work = useWorkStream();
  const step = useCompleteStep("website");
  useDraft("website", draft, { savedAt, closed: step.leaving });

  const fill = (fields: Record<string, unknown>) =>
    setDraft((old) => ({ ...old, profile: { ...old.profile, ...toTexts(fields) } }));
  const [earlier, setEarlier] = useState<WebsiteDraft["profile"] | null>(null);
  const replace = (begin: () => void) => {
    setEarlier(isFilled(draft) ? draft.profile : null);
    begin();
  };
  const analyze = () => {
    setPages([]);
    void work.start("/api/onboarding/website/analyze", toAnalyzeBody(draft), {
      onField: (name, value) =>
        name === "pages" ? setPages(z.array(pageReport).parse(value)) : fill({ [name]: value }),
      onDone: () => {},
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const body = toWebsiteBody(draft);
    const issues = websiteData.safeParse(body).error?.issues ?? [];
    setErrors(Object.fromEntries(issues.map((one) => [String(one.path.at(-1)), one.message])));
    if (issues.length === 0) void step.complete(body);
    else focusFirstError(event.currentTarget);
  };

  const { source } = draft;
  return (
    <form method="post" onSubmit={submit} noValidate>
      <div className={styles.form}>
        <SourceFields draft={draft} errors={errors} onChange={setDraft} />
        <WorkPanel
          work={work}
          action={source === "site" ? "Read and describe my site" : "Describe how it sounds"}
          disabled={isEmpty(draft)}
          quiet={isFilled(draft)}
          estimateUsd={price.estimateUsd}
          payer={source === "site" ? price.payers.site : price.payers.other}
          onStart={() => replace(analyze)}
        />
        <BringBack
          earlier={work.running ? null : earlier}
          what="the earlier description"
          onBring={(profile) => {
            fill(profile);
            setEarlier(null);
          }}
        />
        <PageReports pages={pages} />
        <EarlierAnalyses initial={analyses} onUse={(profile) => replace(() => fill(profile))} />
        <ProfileFields
          profile={draft.profile}
          errors={errors}
          onChange={(name, value) => fill({ [name]: value })}
        />
        {source === "site" && (
          <OwnSitemap
            url={normalizeUrl(draft.url)}
            about={draft.profile.description}
            sitemap={draft.sitemap}
            estimateUsd={price.sitemapUsd}
            payer={price.payers.other}
            onFound={(sitemap) => setDraft((old) => ({ ...old, sitemap }))}
          />
        )}
      </div>
      <SaveBar step={step} disabled={work.running} filled={isFilled(draft)} />
    </form>
  );
}

function isFilled({ profile }: WebsiteDraft): boolean {
  return Object.values(profile).some((text) => text.trim() !== "");
}

function isEmpty({ source, url, sample, business }: WebsiteDraft): boolean {
  return { site: url, text: sample, business }[source].trim() === "";
}
