"use client";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { PricedModel, ShownRates } from "@/lib/models/schema";
import { formatDay } from "@/lib/text/format-day";
import styles from "../settings.module.css";
import { PriceDialog } from "./price-dialog";

type ModelPricesProps = {
  models: PricedModel[];
  /** The day on which the listed prices were read, ISO 8601. */
  readOn: string;
};

/** What each model costs, whose price that is, and the way to give one of one's own. */
export function ModelPrices({ models, readOn }: ModelPricesProps) {
  const router = useRouter();
  const [chosen, setChosen] = useState<PricedModel | null>(null);
  return (
    <>
      <ul className={styles.rows}>
        {models.map((model) => (
          <li key={model.id} className={styles.row}>
            <h3>{model.name}</h3>
            <div>
              <p>{model.price ? describeRates(model.price) : "Price not known"}</p>
              {listRemarks(model, readOn).map((remark) => (
                <p key={remark} className={styles.soft}>
                  {remark}
                </p>
              ))}
            </div>
            <Button size="xs" variant="default" onClick={() => setChosen(model)}>
              {model.price ? "Change" : "Give a price"}
              <span className="visually-hidden">
                {model.price ? " the price of " : " to "}
                {model.name}
              </span>
              …
            </Button>
          </li>
        ))}
      </ul>
      {chosen && (
        <PriceDialog model={chosen} onClose={() => setChosen(null)} onSaved={router.refresh} />
      )}
    </>
  );
}

/** A price has as many digits as it needs, and at least cents. */
const DOLLARS = new Intl.NumberFormat("en-US", {
  ...{ style: "currency", currency: "USD" },
  ...{ minimumFractionDigits: 2, maximumFractionDigits: 6 },
});

function describeRates({ input, cached, output }: ShownRates): string {
  return `${DOLLARS.format(input)} in, ${DOLLARS.format(cached)} cached, ${DOLLARS.format(output)} out`;
}

function listRemarks({ id, name, fits, from, above, next }: PricedModel, readOn: string) {
  const whose = {
    own: "Your own price.",
    list: `Google’s price, read on ${formatDay(readOn)}.`,
    none: "Posts written with it are counted in tokens, and no cap can be kept.",
  }[from ?? "none"];
  return [
    [name === id ? "" : id, fits].filter(Boolean).join(": "),
    whose,
    above
      ? `Prompts above ${above.promptTokens.toLocaleString("en-US")} tokens: ${describeRates(above)}.`
      : "",
    next ? `From ${formatDay(next.validFrom)}: ${describeRates(next)}.` : "",
  ].filter((remark) => remark !== "");
}
