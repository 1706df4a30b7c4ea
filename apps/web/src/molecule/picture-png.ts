import type { SizedPicture } from './picture-size.ts';

/** Black on white: on a dark slide a transparent picture could not be seen. */
const PAPER = '#ffffff';

/** The picture as pixels. */
export async function pngOf({ svg, width, height }: SizedPicture): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  context.fillStyle = PAPER;
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) =>
      png === null ? reject(new Error('The browser made no PNG of the picture.')) : resolve(png),
    );
  });
}
