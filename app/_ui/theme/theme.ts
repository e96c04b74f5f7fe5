import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

/** The accent from wash to depth. Controls take their colours from `colors.css`; this fills Mantine's scale. */
const ACCENT: MantineColorsTuple = [
  "#e4efec",
  "#cbe2de",
  "#a0cdc7",
  "#74c7bd",
  "#45a29b",
  "#268580",
  "#156e6a",
  "#0b5a57",
  "#08403e",
  "#052b2a",
];

/** Warm greys and green-tinted darks of `colors.css`, where Mantine asks for its own scales. */
const GRAY: MantineColorsTuple = [
  "#f8f6f1",
  "#f3f1ea",
  "#e9e6dc",
  "#e2ded3",
  "#8b867a",
  "#8b867a",
  "#757166",
  "#5c584f",
  "#3a3731",
  "#1d1c19",
];
const DARK: MantineColorsTuple = [
  "#e8e5dd",
  "#c9c7bf",
  "#a5a298",
  "#8b918d",
  "#737a76",
  "#2c3230",
  "#1a1e1d",
  "#131615",
  "#0e1110",
  "#0a0c0b",
];

/** The product's accent is lighter than white text allows in the dark: filled controls carry their own ink. */
const resolveVariant: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.color === "bad")
    return { ...colors, background: "var(--bad)", hover: "var(--bad)", color: "var(--paper)" };
  if (input.color !== undefined && input.color !== "accent") return colors;
  if (input.variant !== "filled") return colors;
  return {
    ...colors,
    background: "var(--accent)",
    hover: "var(--accent-deep)",
    color: "var(--on-accent)",
  };
};

/** The line with a dialog's title is no second banner of the page. */
const DIALOG = { header: { role: "presentation" } };

/** Without motion the loader's transition, which centres it, is left out. */
const LOADER = { transform: "translate(-50%, -50%)" };

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 3 },
  colors: { accent: ACCENT, gray: GRAY, dark: DARK },
  fontSizes: { xs: "0.8125rem", sm: "0.9375rem" },
  fontFamily: "var(--font-ui)",
  fontFamilyMonospace: "var(--font-code)",
  headings: { fontFamily: "var(--font-ui)", fontWeight: "600" },
  defaultRadius: "sm",
  radius: { sm: "6px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  variantColorResolver: resolveVariant,
  components: {
    Button: { styles: { loader: LOADER } },
    Modal: { styles: { title: { fontWeight: 600 } }, defaultProps: { attributes: DIALOG } },
    Drawer: { styles: { title: { fontWeight: 600 } }, defaultProps: { attributes: DIALOG } },
  },
});

const SHARED = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--soft)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-placeholder": "var(--faint)",
  "--mantine-color-default": "var(--raised)",
  "--mantine-color-default-hover": "var(--sunk)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--edge)",
  "--mantine-color-disabled": "var(--sunk)",
  "--mantine-color-disabled-color": "var(--faint)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-color-accent-filled": "var(--accent)",
  "--mantine-color-accent-light": "var(--accent-wash)",
  "--mantine-color-accent-light-color": "var(--accent)",
  "--mantine-color-accent-outline": "var(--accent)",
};

/** Maps Mantine's variables on the tokens of `colors.css`, so that both schemes are designed in one place. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: SHARED,
  dark: SHARED,
});
