// The picture of a prize: its image, or an icon of its kind.
interface PictureProps {
  image?: string | undefined;
  /** Outline in a box of 24 by 24, for a prize without an image. */
  icon: string | undefined;
}

/** An image that cannot be loaded leaves its place empty. */
const hide = ({ currentTarget }: { currentTarget: HTMLElement }) => {
  currentTarget.hidden = true;
};

export const Picture = ({ image, icon }: PictureProps) =>
  image ? (
    <img class="picture" part="image" src={image} alt="" onError={hide} />
  ) : (
    <svg class="picture" viewBox="0 0 24 24" aria-hidden="true">
      <path d={icon} />
    </svg>
  );
