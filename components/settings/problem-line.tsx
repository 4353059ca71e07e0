import { CircleAlert } from "lucide-react";

/** What is wrong with a field, under its control. */
export const ProblemLine = ({ id, text }: { id: string; text: string }) => (
  <p
    id={id}
    role="alert"
    className="flex gap-1.5 text-sm text-danger [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0"
  >
    <CircleAlert aria-hidden="true" />
    {text}
  </p>
);
