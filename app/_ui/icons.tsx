import { Icon } from "./icon";

/** A moon: the dark scheme. */
export const MoonIcon = () => (
  <Icon>
    <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z" />
  </Icon>
);

/** A sun: the light scheme. */
export const SunIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M3.3 12.7l1-1M11.7 4.3l1-1" />
  </Icon>
);

/** A tick: done. */
export const CheckIcon = () => (
  <Icon>
    <path d="m3.2 8.6 3.2 3.2 6.4-7" />
  </Icon>
);

/** A cross: refused. */
export const CrossIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

/** An exclamation mark: needs the user. */
export const AttentionIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.4" />
    <path d="M8 4.8v3.8M8 11.1v.1" />
  </Icon>
);

/** Two lines that become one: merge. */
export const MergeIcon = () => (
  <Icon>
    <path d="M3 3.2c4 0 5 1.6 5 4.8v5.2M13 3.2c-4 0-5 1.6-5 4.8M5.8 11 8 13.2l2.2-2.2" />
  </Icon>
);

/** Six dots: can be dragged. */
export const GripIcon = () => (
  <Icon>
    <path d="M6 4h.1M10 4h.1M6 8h.1M10 8h.1M6 12h.1M10 12h.1" strokeWidth="2" />
  </Icon>
);

/** An arrow out of the page: the link leaves this site. */
export const OutsideIcon = () => (
  <Icon>
    <path d="M6 4h6v6M12 4 4.4 11.6" />
  </Icon>
);

/** A clipboard: paste. */
export const PasteIcon = () => (
  <Icon>
    <path d="M5.6 3.2H4v10.4h8V3.2h-1.6M5.9 2.2h4.2v2.2H5.9z" />
  </Icon>
);

/** A magnifying glass: search. */
export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.4" />
    <path d="m10.4 10.4 3.4 3.4" />
  </Icon>
);

/** A bell: notices. */
export const BellIcon = () => (
  <Icon>
    <path d="M3.6 11.4c.9-.9 1.1-2 1.1-4a3.3 3.3 0 0 1 6.6 0c0 2 .2 3.1 1.1 4ZM6.7 13.4a1.4 1.4 0 0 0 2.6 0" />
  </Icon>
);

/** Three dots: what can be done with this. */
export const MoreIcon = () => (
  <Icon>
    <path d="M3.2 8h.01M8 8h.01M12.8 8h.01" strokeWidth="2" />
  </Icon>
);

/** An arrow up: move before. */
export const UpIcon = () => (
  <Icon>
    <path d="M8 13V3.4M3.8 7.4 8 3.2l4.2 4.2" />
  </Icon>
);

/** An arrow down: move after. */
export const DownIcon = () => (
  <Icon>
    <path d="M8 3v9.6M3.8 8.6 8 12.8l4.2-4.2" />
  </Icon>
);
