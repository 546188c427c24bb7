import { expect, it } from 'vitest';
import * as findings from '../../src/edition/image-findings.ts';

/** What is said of images: each finding says what, where, why and what to do. */

it('says what is wrong with an image and what to do', () => {
  const said = [
    findings.unreadableFile('a.png', 'a.xml', 'it is a folder'),
    findings.tooLarge('a.png', 'a.xml', 50),
    findings.otherName('a.png', 'a.xml', 'PNG', 'a JPEG image'),
    findings.missingImages(new Map([['a.png', 'a.xml']])),
    findings.missingImages(new Map(Array.from({ length: 30 }, (_, i) => [`${'x'.repeat(120)}${i}.png`, 'a.xml']))),
  ].map(({ code, severity, message, why, fix }) => [`${code} ${severity}`, message, why, fix]);
  expect(said).toMatchInlineSnapshot(`
    [
      [
        "image-refused review",
        "a.png, shown in a.xml, is not in the edition: it cannot be read: it is a folder.",
        "Pages show a placeholder for it. A file that is not the image it is named as may be something that a browser runs.",
        "Put a file there that can be read.",
      ],
      [
        "image-refused review",
        "a.png, shown in a.xml, is not in the edition: it is larger than 50 MB.",
        "Pages show a placeholder for it. A file that is not the image it is named as may be something that a browser runs.",
        "Save it smaller: pages load it as a whole.",
      ],
      [
        "image-kind review",
        "a.png, shown in a.xml, is named as a PNG image but is a JPEG image. It is in the edition as it is.",
        "Browsers show it; other programs go by the name and may not.",
        "Give it the ending of what it is, and correct graphic/@url.",
      ],
      [
        "image-missing review",
        "a.png, shown in a.xml, is not in the folder of the edition.",
        "Pages show a placeholder with the description of the image.",
        "Put the files there, under the names that graphic/@url gives, relative to the file that names them.",
      ],
      [
        "image-missing review",
        "30 images are not in the folder of the edition: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…, and 25 more.",
        "Pages show a placeholder with the description of the image.",
        "Put the files there, under the names that graphic/@url gives, relative to the file that names them.",
      ],
    ]
  `);
});
