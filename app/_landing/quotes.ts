/** Passages of the Next.js documentation (MIT), word for word, that the excerpt rests on. */
export const QUOTES = [
  {
    number: 1,
    text: "This property is used to infer the correct aspect ratio used by browsers to reserve space for the image and avoid layout shift during loading.",
    page: "nextjs.org, Image Component",
    url: "https://nextjs.org/docs/app/api-reference/components/image",
  },
  {
    number: 2,
    text: "It includes built-in self-hosting for any font file. This means you can optimally load web fonts with no layout shift.",
    page: "nextjs.org, Font Optimization",
    url: "https://nextjs.org/docs/app/getting-started/fonts",
  },
  {
    number: 3,
    text: "If the fallback and the resolved content are different sizes, the surrounding layout shifts.",
    page: "nextjs.org, Streaming",
    url: "https://nextjs.org/docs/app/guides/streaming",
  },
] as const;
