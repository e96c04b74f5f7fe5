"use client";
import { NativeSelect } from "@mantine/core";
import { useEffect, useState } from "react";
import { requestJson } from "@/app/_ui/messages/problem";
import { formatUsd } from "@/app/_ui/money";
import { type WritingModel, writingModels } from "@/lib/models/schema";

type ModelChoiceProps = { value: string; onChange: (model: string) => void };

/** Asks which of the key's models goes on, with the price of each. */
export function ModelChoice({ value, onChange }: ModelChoiceProps) {
  const [models, setModels] = useState<WritingModel[] | null>(null);
  useEffect(() => {
    void requestJson("/api/models", writingModels).then((answer) =>
      setModels(answer.ok ? answer.value.models : []),
    );
  }, []);
  if (models?.length === 0) return null;
  return (
    <NativeSelect
      label="Go on with"
      disabled={models === null}
      data={[
        {
          value: "",
          label: models === null ? "Asking for the models of your key" : "Choose a model",
        },
        ...(models ?? []).map(({ id, name, price }) => ({
          value: id,
          label: `${name}: ${price ? `${formatUsd(price.input)} in, ${formatUsd(price.output)} out` : "price not known"}`,
        })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
