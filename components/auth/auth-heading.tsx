import type { ReactNode } from "react";

type AuthHeadingProps = { title: ReactNode; description?: ReactNode };

export const AuthHeading = ({ title, description }: AuthHeadingProps) => (
  <div className="mb-7">
    <h1 className="text-2xl font-semibold">{title}</h1>
    {description && <p className="mt-1.5 text-md text-ink-soft">{description}</p>}
  </div>
);
