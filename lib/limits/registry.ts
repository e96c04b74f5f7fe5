/**
 * THE limits: every number that bounds what one user may have, send, spend on one call or wait for. The
 * unit stands in the name or the sentence, the reason beside it. Sentences, prompts and forms read it from
 * here. What bounds no user stands where it is used: how ids look, what models and code find, paces, caches.
 */
export const LIMITS = {
  /** Runs of one user at the same time; the others stay queued, so that nobody slows everybody. */
  runsAtOnce: 8,
  /** Sections of one run that are written at the same time: most keys allow few calls at once. */
  sectionsAtOnce: 3,
  /** Starts of one run: one that was begun so often breaks its server, and is ended instead. */
  runStarts: 25,
  /** Silence of a step or a run before another process takes it: several missed heartbeats. */
  staleSeconds: 10,
  /** Steps that one server works on at the same time. */
  workersPerServer: 100,
  /** Of these, how many are taken before nobody may have more than their share. */
  workersBeforeShares: 70,
  /** Connections to the database: of a server, and of one instance of a function, of which there may be dozens. */
  databaseConnections: { server: 20, functions: 5 },
  /** How long one delivery of a run begins further steps: the last of them has the rest of its time. */
  stretchSeconds: 90,
  /** How long one delivery may take, or a request: less than the platform gives a function. */
  stepSeconds: 230,
  requestSeconds: 235,
  /** Of a request, how long it may wait for a quota; the rest is for the calls themselves. */
  requestWaitSeconds: 140,
  /** Deliveries of a step that waits for a quota, before it ends: about half an hour of full minutes. */
  quotaDeliveries: 30,
  /** Deliveries of a step that takes too long: each pays for its calls again. */
  slowDeliveries: 2,
  /** Longest wait for a quota that counts by the minute, the usual one where none is named; how many of them. */
  quotaWaitSeconds: { usual: 20, most: 65 },
  quotaWaits: 5,
  /** How long a step keeps its place for the call that tries a quota again, before it is delivered again. */
  quotaPlaceSeconds: 3,
  /** Longest time until a step comes back that another process does, or whose user has their share. */
  turnSeconds: 15,
  /** Silence of a model before its call ends: one that thinks may take its time. */
  modelSilenceSeconds: 60,
  /** How long Exa may take for a search, or for pages. */
  searchSeconds: 30,
  /** How long a free question about a key or its models may take: nothing is seen meanwhile. */
  keyQuestionSeconds: 8,

  /** How long a server that ends lets its steps and requests finish, and then takes to let go of them. */
  shutdownSeconds: 10,
  lettingGoSeconds: 3,

  /** Requests of a user: far above what a person does, below what would hurt others. */
  requestsPerMinute: 200,
  /** How fast those of one login come to the framework: a page's at once, then one after the other. */
  loginPace: { atOnce: 12, perSecond: 10, waitSeconds: 20 },
  /** Keys checked, or logins of a site tried: more would make the form a tool for stolen ones. */
  keyChecksPerMinute: 10,
  /** Bytes of a request's body: route handlers have no limit of their own. */
  bodyBytes: 256 * 1024,
  /** How long a body may take to arrive: slow ones hold connections that others need. */
  bodySeconds: 20,
  /** Characters of an `Idempotency-Key`, and how long a repeated request for a post is known by it. */
  repeatKeyCharacters: 200,
  repeatHours: 24,
  /** Event streams of one user on one server: the oldest ends, and its page comes back when looked at. */
  eventStreams: 8,
  /** How fast a user opens them on one server: so many at once, then a second; and how long one waits. */
  streamOpenings: { atOnce: 3, perSecond: 2, waitSeconds: 6 },
  /** Name lookups for users' sites at the same time, and how long one try may take. */
  nameLookups: 8,
  nameLookupSeconds: 2,
  /** Handshakes of one visitor, and of all: each asks Clerk's Backend API. */
  handshakesPerMinute: { visitor: 10, everybody: 300 },
  /** How long a client may ask to wait for a post: less than the platform gives a request. */
  preferWaitSeconds: 240,
  /** How long a stream of events lives before the client reconnects: under the platform's 300 s. */
  eventStreamSeconds: 280,
  /** Bytes of a picture for a site: less than the platform gives a request. */
  pictureBytes: 4 * 1024 * 1024,
  /** Bytes read of a page of somebody else's. */
  siteAnswerBytes: 1024 * 1024,
  /** Redirects followed to it. */
  siteRedirects: 3,
  /** How long it may take to answer. */
  siteReadSeconds: 10,
  /** A site may make pictures, indexes and mails of a new post before it answers. */
  siteWriteSeconds: 30,
  /** Bytes of one answer that lists a site's posts with their text, to find a lost one among them. */
  sitePostsBytes: 20 * 1024 * 1024,
  /** Of a site's sitemap: files that are opened, bytes of each, pages that are counted. */
  sitemapFiles: 12,
  sitemapFileBytes: 4 * 1024 * 1024,
  sitemapPages: 10_000,
  /** How long one try to publish may keep us at a site: what is there is asked first. */
  publishSeconds: 60,
  /** How long a request waits for another one of the same post and site: longer than a try. */
  publishTurnSeconds: 75,
  /** A try that has not ended by then was cut off: longer than one may take. */
  publishLostSeconds: 90,
  /** How far ahead a post may be scheduled: it must be on the site by then, and the year be no slip. */
  scheduleAhead: { leastMinutes: 3, mostYears: 2 },
  /** How a post is listed on a site, in characters; `names` is how many tags, or categories. */
  siteListing: { slug: 200, excerpt: 2_000, name: 100, names: 30, author: 60 },
  /** Characters of the name that a site knows its user by. */
  siteUserCharacters: 200,

  /** Posts that one server writes to a file at the same time, each in a thread of its own. */
  exportsAtOnce: 2,
  /** Exports that may wait for a thread before others are told to come back. */
  exportsWaiting: 30,
  /** How long one may take: a post of the usual size takes a fraction of a second. */
  exportSeconds: 20,
  /** Megabytes that one may take. */
  exportMegabytes: 256,

  /** Characters of a topic. */
  topicCharacters: { least: 3, most: 300 },
  /** Characters of the angle of a post, and of what its author asks for at the cursor. */
  angleCharacters: 300,
  wishCharacters: 300,
  /** Characters of what else is asked of a post, of a section or an outline, of titles or openings. */
  instructionCharacters: { post: 2_000, section: 1_000, outline: 1_000, proposal: 500 },
  /** Characters of who reads a post, how it sounds, what trade it is of, and in what language it is. */
  audienceCharacters: 200,
  toneCharacters: 100,
  industryCharacters: 100,
  languageCharacters: 40,
  /** Keywords of a post, and characters of each. */
  keywords: 20,
  keywordCharacters: 80,
  /** Sites that a search is kept to, and that it is kept from. */
  searchSites: 20,
  /** Words of a post that may be asked for. */
  postWords: { least: 300, most: 5_000, usual: 1_200 },
  /** Words of a section that may be asked for. */
  sectionWords: { least: 50, most: 3_000 },
  /** Headings of an outline: more would leave too few words to each. */
  headings: { least: 2, most: 12 },
  /** Characters of a heading in an outline. */
  headingCharacters: 200,
  /** Headings of an outline that is approved, and sources of each: a run's own never need so many. */
  approvedHeadings: 20,
  approvedSources: 50,
  /** Sections of a written post, and of each the characters of its heading and its text, and its sources. */
  writtenSections: 40,
  writtenHeadingCharacters: 300,
  sectionCharacters: 60_000,
  sectionSources: 200,
  /** Characters of a post's title. */
  titleCharacters: 300,
  /** Characters on both sides of the cursor that a suggestion goes on from: more would only be paid for. */
  aroundCursor: { before: 4_000, after: 1_000 },
  /** Posts of one's own that one section is linked to at once. */
  linkedPosts: 5,
  /** Search listing: more than is shown of it, since the score advises; `titles`, `tags`: how many. */
  searchListing: {
    keyword: 100,
    title: 200,
    titles: 10,
    description: 500,
    slug: 100,
    tag: 60,
    tags: 20,
  },
  /** Characters that say what a picture shows. */
  pictureTextCharacters: 300,
  /** Notes and pages of a user's own for one post. */
  ownSources: 10,
  /** Characters of what a provider remarks on its own answer: its words are data, and not shown at length. */
  remarkCharacters: 300,
  /** Characters of the quote that is shown of a passage. */
  quoteCharacters: 280,
  /** Characters of one note, and of its title. */
  noteCharacters: 20_000,
  noteTitleCharacters: 200,
  /** Characters of an address. */
  addressCharacters: 2_000,
  /** Results of one search: up to ten are in its price, each further one costs more. */
  searchResults: { least: 1, most: 25 },
  /** More sources for one section: results of the search, and of these how many new ones are kept. */
  moreSources: { results: 6, kept: 3 },
  /** US dollars that the cap of one post may be set to. */
  postCapUsd: 100,
  /** US dollars that the cap of a month may be set to. */
  monthlyCapUsd: 100_000,
  /** US dollars for a million tokens that a user may say a model costs. */
  ownPriceUsd: 10_000,
  /** How long a call waits for calls under way that hold what is left of a cap, before it is refused. */
  capWaitSeconds: 120,
  /** Of that, how long a step of a run waits in its place, and then before it is delivered again. */
  capPlaceSeconds: 2,
  /** A call that is not over by then was killed: what it had set aside counts as spent. */
  callMinutes: 15,
  /** Days of usage in one report: three years. */
  usageDays: 1_100,
  /** Calls on one page of the ledger. */
  listedCalls: 50,
  /** Characters of a key, and of a password of a site. */
  keyCharacters: 512,
  /** Tokens that a call may write: some times a usual reply. Room for thoughts comes on top. */
  outputTokens: {
    study: 2_048,
    plan: 4_096,
    outline: 4_096,
    section: 8_192,
    polish: 8_192,
    mend: 8_192,
    judge: 16_384,
    seo: 4_096,
    revision: 8_192,
    /** A sentence or a few with their citations, and the 128 that a model may not think less than. */
    continuation: 512,
    /** Five short lines, thought about as little as can be: the assistant may ask for them by itself. */
    titles: 1_024,
    openings: 4_096,
    analysis: 4_096,
    style: 8_192,
    gaps: 4_096,
    missingPages: 2_048,
    persona: 4_096,
    personaSample: 2_048,
    assistant: 2_048,
    assistantReading: 1_024,
  },

  /** Characters of a text to learn a style from: fewer show none. */
  sampleCharacters: { least: 200, most: 20_000 },
  /** Characters of what a business does. */
  businessCharacters: { least: 30, most: 4_000 },
  /** Characters of what somebody writes about. */
  subjectCharacters: { least: 10, most: 2_000 },
  /** Pages of a site that are read beside its first: each is paid for. */
  furtherPages: 5,
  /** Lines of a list in the wizard, such as rules. */
  listLines: 12,
  /** How somebody's texts sound, in characters; `line` is one of a list. */
  profileCharacters: {
    audience: 600,
    style: 1_200,
    brandVoice: 1_200,
    contentType: 600,
    line: 400,
  },
  /** A persona, in characters. */
  personaCharacters: { voice: 800, tone: 400, sentenceLength: 300, sample: 3_000, line: 300 },
  /** Competitors, quotes of each, and their characters. */
  competitors: 20,
  competitorQuotes: 6,
  competitorCharacters: { name: 200, summary: 600, quote: 1_000 },
  /** Accounts on social networks. */
  socialAccounts: 16,
  /** How deep the draft of a form may be nested. */
  draftLevels: 12,

  /** Calls of models that one message to the assistant may take. */
  assistantCalls: 6,
  /** US dollars that a tool of the assistant may cost without a click of its own. */
  assistantFreeHandUsd: 0.01,
  /** Characters of a message to the assistant. */
  assistantMessageCharacters: 8_000,
  /** Messages of a conversation that its model is reminded of: each of them is paid for again. */
  assistantMemory: 24,
  /** Silence of an answer before another request may take its place. */
  assistantStaleSeconds: 15,
  /** No action takes longer: one that was begun earlier has lost its server. */
  assistantActionSeconds: 300,
  /** Messages that a browser may send along; the stored ones count. */
  assistantHistory: 2_000,
  /** What it may tell of its page beside them: values, and characters of each. */
  assistantContext: { values: 20, characters: 4_000 },
  /** Conversations in the list. */
  listedThreads: 20,

  /** Posts of a user, deleted ones too, and what they may take in the database with all that hangs on them. */
  postsOfUser: 2_000,
  storedMegabytes: 500,
  /** A post that is larger is looked at more closely when it grows; a usual one has 60. */
  usualPostKilobytes: 512,
  /** How long a deleted post can be restored. */
  deletedDays: 7,
  /** Posts in one list; a longer library is searched on the server. */
  listedPosts: 200,
  /** Characters of what is looked for in it. */
  searchCharacters: 300,
  /** Versions of a post that are kept, beside what runs have written and what was published. */
  keptVersions: 150,
  /** Versions of a post in one list. */
  listedVersions: 200,
  /** Kilobytes that the events of a post at rest take, before they are put more briefly. */
  eventKilobytes: 48,
  /** Notices in one list. */
  listedNotices: 30,
  /** Notices that are marked as read at once, and kinds of them that are muted: more than one could see. */
  readNotices: 100,
  mutedNotices: 20,
  /** Analyses of websites that are kept, the oldest leave first. */
  keptAnalyses: 10,
} as const;
