export type Scene = "loom" | "ship" | "gate" | "twins" | "confluence" | "kapok";

type HeritageSceneProps = {
  scene: Scene;
  caption: string;
  /** What follows leaves room beside it. */
  isAmple?: boolean | undefined;
};

/** One of six drawings, which the browser fetches once for all of them. */
export function HeritageScene({ scene, caption, isAmple }: HeritageSceneProps) {
  return (
    <figure className={`max-w-sm lg:col-start-2 lg:row-start-1 ${isAmple ? "lg:-mb-24" : ""}`}>
      <svg aria-hidden="true" className="scene w-full" viewBox="0 0 320 184">
        <use href={`/heritage.svg#${scene}`} />
      </svg>
      <figcaption className="mt-2 text-muted text-sm">{caption}</figcaption>
    </figure>
  );
}
