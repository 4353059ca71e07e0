import { useId } from "react";

/**
 * An oven with its flame. Each instance has a gradient with an id of its own, because a page shows the logo more than
 * once.
 */
export function Logo({ className = "size-7" }: { className?: string }) {
  const id = useId();
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" className={className}>
      <defs>
        <linearGradient id={`${id}-heat`} x1="4" y1="2" x2="25" y2="27" gradientUnits="userSpaceOnUse">
          <stop stopColor="#f7c35f" />
          <stop offset="0.5" stopColor="#ee6a24" />
          <stop offset="1" stopColor="#b3173b" />
        </linearGradient>
      </defs>
      <rect width="28" height="28" rx="7.5" fill={`url(#${id}-heat)`} />
      <path
        d="M14.6 5.4c.5 3-1 4.4-2.5 6.1-1.4 1.6-2.7 3.3-2.7 5.7a5.1 5.1 0 0 0 5.1 5.2c2.9 0 5.1-2.2 5.1-5.1 0-2.2-1.1-3.8-2.1-5.2-.4 1.2-1 1.9-1.9 2.3.7-3.3-.1-6.9-1-9Z"
        fill="#fff"
      />
      <path
        d="M14.5 22.4c-1.6 0-2.6-1.1-2.6-2.5 0-1.5 1.1-2.3 2.3-3.9 1.5 1.2 2.9 2.3 2.9 4 0 1.4-1 2.4-2.6 2.4Z"
        fill="#ee6a24"
      />
    </svg>
  );
}
