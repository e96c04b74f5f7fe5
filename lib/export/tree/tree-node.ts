/** The part of a syntax tree (mdast) that cleaning needs. */
export type TreeNode = {
  type: string;
  value?: string;
  depth?: number;
  label?: string | null | undefined;
  identifier?: string;
  url?: string;
  title?: string | null | undefined;
  alt?: string | null | undefined;
  lang?: string | null | undefined;
  meta?: string | null | undefined;
  children?: TreeNode[];
};
