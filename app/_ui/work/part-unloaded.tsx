"use client";
import { Button } from "@mantine/core";
import { Notice } from "../messages/notice";

/** In place of a part that is loaded on demand and did not come, so that the page around it stays. */
function PartUnloaded() {
  return (
    <Notice tone="bad" title="This part of the page could not be loaded" alert>
      <p>This device may be offline, or the site has a newer version since you opened the page.</p>
      <Button size="xs" variant="default" onClick={() => window.location.reload()}>
        Reload the page
      </Button>
    </Notice>
  );
}

/** What `import()` gives instead, when it fails. */
export const unloaded = () => PartUnloaded;
