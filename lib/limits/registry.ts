/**
 * THE limits: every number that bounds what one user may have, send or wait for. The unit stands in
 * the name or the sentence, the reason beside it. Sentences, prompts and forms read it from here.
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
  /** How long one delivery of a step may take, or a request: less than the platform gives a function. */
  stepSeconds: 230,
  requestSeconds: 235,
  /** Of a request, how long it may wait for a quota; the rest is for the calls themselves. */
  requestWaitSeconds: 140,
  /** Deliveries of a step that waits for a quota, before it ends: about half an hour of full minutes. */
  quotaDeliveries: 30,
  /** Deliveries of a step that takes too long: each pays for its calls again. */
  slowDeliveries: 2,

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
  /** Event streams of one user on one server: the oldest ends, and its page comes back when looked at. */
  eventStreams: 8,
  /** How fast a user opens them on one server: so many at once, then a second; and how long one waits. */
  streamOpenings: { atOnce: 20, perSecond: 4, waitSeconds: 6 },
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
  /** Words of a post that may be asked for. */
  postWords: { least: 300, most: 5_000, usual: 1_200 },
  /** Words of a section that may be asked for. */
  sectionWords: { least: 50, most: 3_000 },
  /** Headings of an outline: more would leave too few words to each. */
  headings: { least: 2, most: 12 },
  /** Characters of a heading in an outline. */
  headingCharacters: 200,
  /** Notes and pages of a user's own for one post. */
  ownSources: 10,
  /** Characters of the quote that is shown of a passage. */
  quoteCharacters: 280,
  /** Characters of one note. */
  noteCharacters: 20_000,
  /** Characters of an address. */
  addressCharacters: 2_000,
  /** Results of one search: up to ten are in its price, each further one costs more. */
  searchResults: { least: 1, most: 25 },
  /** US dollars that the cap of one post may be set to. */
  postCapUsd: 100,
  /** US dollars that the cap of a month may be set to. */
  monthlyCapUsd: 100_000,
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
  /** Characters of a key. */
  keyCharacters: 512,

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

  /** Posts of a user, deleted ones too, and what they may take in the database with all that hangs on them. */
  postsOfUser: 2_000,
  storedMegabytes: 500,
  /** A post that is larger is looked at more closely when it grows; a usual one has 60. */
  usualPostKilobytes: 512,
  /** How long a deleted post can be restored. */
  deletedDays: 7,
  /** Posts in one list; a longer library is searched on the server. */
  listedPosts: 200,
  /** Versions of a post that are kept, beside what runs have written and what was published. */
  keptVersions: 150,
  /** Versions of a post in one list. */
  listedVersions: 200,
  /** Kilobytes that the events of a post at rest take, before they are put more briefly. */
  eventKilobytes: 48,
  /** Notices in one list. */
  listedNotices: 30,
  /** Analyses of websites that are kept, the oldest leave first. */
  keptAnalyses: 10,
} as const;
