import { Icon } from "@/app/_ui/icon";

/** Two lines in a bubble: the assistant. */
export const AssistantIcon = () => (
  <Icon>
    <path d="M2.4 3.2h11.2v7.4H7.6L4.6 13v-2.4H2.4ZM5.2 5.9h5.6M5.2 8h3.6" />
  </Icon>
);
