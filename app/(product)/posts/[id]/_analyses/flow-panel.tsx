"use client";
import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import type { FlowDepth } from "@/lib/blog/analyses/schema";
import styles from "./analyses.module.css";
import { AnalysisPanel, type Analyzed } from "./analysis-panel";

/** Where the text does not flow: read where its sections meet, or as a whole. */
export function FlowPanel(props: Analyzed) {
  const [depth, setDepth] = useState<FlowDepth>("basic");
  return (
    <section className={styles.flow} aria-labelledby="flow-heading">
      <h2 id="flow-heading">How it reads from section to section</h2>
      <AnalysisPanel
        {...props}
        kind="flow"
        depth={depth}
        title="Where the text does not flow"
        about="Your model reads the post and says where a section begins abruptly, repeats what was said, or comes too early."
        action="Find what does not flow"
      >
        <Radio.Group
          label="What it reads"
          value={depth}
          onChange={(value) => setDepth(value === "advanced" ? "advanced" : "basic")}
        >
          <Stack gap="xs" mt="xs">
            <Radio
              value="basic"
              label="Where sections meet: the end of each and the beginning of the next"
            />
            <Radio value="advanced" label="The whole text, which takes longer" />
          </Stack>
        </Radio.Group>
      </AnalysisPanel>
    </section>
  );
}
