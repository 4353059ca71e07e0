import { CircleAlert } from "lucide-react";
import type { FormEventHandler, ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

type FormFrameProps = {
  onSubmit: FormEventHandler<HTMLFormElement>;
  error: string | undefined;
  submitLabel: string;
  pending: boolean;
  children: ReactNode;
};

/** A form: its fields, the error of the form as a whole, and the button. */
export const FormFrame = ({ onSubmit, error, submitLabel, pending, children }: FormFrameProps) => (
  <form onSubmit={onSubmit} noValidate method="post" className="grid gap-5">
    {children}
    {error && (
      <Banner tone="danger" role="alert" icon={<CircleAlert aria-hidden="true" />}>
        {error}
      </Banner>
    )}
    <Button
      type="submit"
      variant="primary"
      size="lg"
      pending={pending}
      disabled={pending}
      // Large letters need a second line on a phone.
      className="h-auto! min-h-11 py-2 whitespace-normal!"
    >
      {submitLabel}
    </Button>
  </form>
);
