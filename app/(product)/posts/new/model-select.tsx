"use client";
import { NativeSelect, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import Link from "next/link";
import { formatUsd } from "@/app/_ui/money";
import type { WritingModel } from "@/lib/models/schema";
import styles from "./new-post.module.css";
import type { PostDraft } from "./post-draft";

type ModelSelectProps = {
  form: UseFormReturnType<PostDraft>;
  /** The models of the user's key, the usual one first. */
  models: WritingModel[];
  /** Why there is no list, in a sentence. */
  problem: string | null;
};

/** The models that the user's key can write with, each with its price; where Google gave no list, its id by hand. */
export function ModelSelect({ form, models, problem }: ModelSelectProps) {
  if (models.length === 0)
    return (
      <TextInput
        className={styles.wide}
        label="Written by"
        description={`${problem ?? "Google lists no model for your key."} Leave this empty for the usual model, or give the id of one.`}
        placeholder="gemini-flash-latest"
        {...form.getInputProps("model")}
      />
    );
  return (
    <NativeSelect
      className={styles.wide}
      label="Written by"
      description={
        <>
          The models of your Gemini key, with the price of a million tokens read and written, as
          Google lists it or as <Link href="/settings#models">you have given it</Link>. The one you
          choose is remembered.
        </>
      }
      data={models.map((model, index) => ({
        value: index === 0 ? "" : model.id,
        label: describe(model, index === 0),
      }))}
      {...form.getInputProps("model")}
    />
  );
}

/** The usual model has no value of its own: then the server's choice holds, whatever it is by then. */
function describe({ name, fits, price }: WritingModel, isUsual: boolean): string {
  const cost = price
    ? `${formatUsd(price.input)} in, ${formatUsd(price.output)} out`
    : "price not known";
  return [`${name}: ${cost}`, isUsual ? "as usual" : fits].filter(Boolean).join(" · ");
}
