import { Icon } from "@/app/_ui/icon";

/** The icons of the toolbar, by what their buttons do. */
export const TOOLBAR_ICONS = {
  bold: (
    <Icon>
      <path d="M4.5 2.8h4a2.5 2.5 0 0 1 0 5h-4zM4.5 7.8h4.8a2.7 2.7 0 0 1 0 5.4H4.5z" />
    </Icon>
  ),
  italic: (
    <Icon>
      <path d="M6.5 2.8h5M4.5 13.2h5M9.3 2.8 6.7 13.2" />
    </Icon>
  ),
  heading: (
    <Icon>
      <path d="M3.5 2.8v10.4M12.5 2.8v10.4M3.5 8h9" />
    </Icon>
  ),
  bullets: (
    <Icon>
      <path d="M6 4h7.5M6 8h7.5M6 12h7.5M2.6 4h.1M2.6 8h.1M2.6 12h.1" />
    </Icon>
  ),
  numbers: (
    <Icon>
      <path d="M7 4h6.5M7 8h6.5M7 12h6.5M2.4 3l1-.6v3.4M2.2 10.2c.4-.7 1.9-.6 1.8.3-.1.7-1.3 1.2-1.8 2.1h2" />
    </Icon>
  ),
  quote: (
    <Icon>
      <path d="M3 12.5V9.2C3 6.4 4.2 4.6 6.4 4M9.4 12.5V9.2c0-2.8 1.2-4.6 3.4-5.2M3 9.2h2.6v3.3H3zM9.4 9.2H12v3.3H9.4z" />
    </Icon>
  ),
  code: (
    <Icon>
      <path d="M5.4 4.4 2 8l3.4 3.6M10.6 4.4 14 8l-3.4 3.6" />
    </Icon>
  ),
  link: (
    <Icon>
      <path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.9-.9" />
    </Icon>
  ),
  undo: (
    <Icon>
      <path d="M3 6.4h6.4a3.3 3.3 0 0 1 0 6.6H6.5M3 6.4 5.8 3.6M3 6.4l2.8 2.8" />
    </Icon>
  ),
  redo: (
    <Icon>
      <path d="M13 6.4H6.6a3.3 3.3 0 0 0 0 6.6h2.9M13 6.4l-2.8-2.8M13 6.4l-2.8 2.8" />
    </Icon>
  ),
  suggest: (
    <Icon>
      <path d="M2 4h12M2 8h6M2 12h3M11.5 7.5l.9 2.6 2.6.9-2.6.9-.9 2.6-.9-2.6L8 11l2.6-.9z" />
    </Icon>
  ),
  more: (
    <Icon>
      <path d="M3.2 8h.1M8 8h.1M12.7 8h.1" strokeWidth="2.4" />
    </Icon>
  ),
} as const;
