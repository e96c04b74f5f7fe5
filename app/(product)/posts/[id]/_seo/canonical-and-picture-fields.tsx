import { TextInput } from "@mantine/core";
import { LIMITS } from "@/lib/limits/registry";
import type { Seo } from "@/lib/seo/schema";

type CanonicalAndPictureFieldsProps = {
  seo: Seo;
  errors: Partial<Record<string, string>>;
  onEdit: (part: Partial<Seo>) => void;
};

/** What only its author knows: where the original is, and the picture that shared links show. */
export function CanonicalAndPictureFields({ seo, errors, onEdit }: CanonicalAndPictureFieldsProps) {
  const { canonical = "", picture } = seo;
  return (
    <>
      <TextInput
        type="url"
        label="Canonical address (optional)"
        description="When the original is elsewhere. Left empty, it is the address where you publish it."
        placeholder="https://example.org/original"
        error={errors.canonical}
        value={canonical}
        onChange={({ currentTarget }) => onEdit({ canonical: currentTarget.value || undefined })}
      />
      <TextInput
        type="url"
        label="Picture of shared links (optional)"
        description="The address of a picture, best 1,200 by 630 pixels. Left empty, your site shows its own."
        placeholder="https://example.org/picture.jpg"
        error={errors.picture}
        value={picture?.url ?? ""}
        onChange={({ currentTarget: { value: url } }) =>
          onEdit({ picture: url ? { url, alt: picture?.alt ?? "" } : undefined })
        }
      />
      {picture && (
        <TextInput
          label="What the picture shows"
          description="For those who do not see it."
          maxLength={LIMITS.pictureTextCharacters}
          value={picture.alt}
          onChange={({ currentTarget: { value: alt } }) => onEdit({ picture: { ...picture, alt } })}
        />
      )}
    </>
  );
}
