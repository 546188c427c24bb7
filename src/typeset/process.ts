import { openTypesetter } from './engine.ts';
import type { SetDocument, Typesetter } from './typesetter.ts';
import type { TypesetQuestion } from './questions.ts';

/** The process in which books are set: it answers questions, one after the other, until its parent is gone. It opens no file but those of the package. */

let typesetter: Typesetter | undefined;
let last: SetDocument | undefined;

async function answer(question: TypesetQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'open':
      typesetter = openTypesetter(question.files);
      return undefined;
    case 'set': {
      const set = await typesetter!.set(question.inputs);
      last = 'problems' in set ? undefined : set;
      return 'problems' in set ? set : { pages: set.pages };
    }
    case 'query':
      return last!.query(question.label);
    case 'pdf':
      return last!.pdf(question.standard);
    case 'forget':
      last = undefined;
      return typesetter!.forget();
  }
}

process.on('message', (question: TypesetQuestion) => {
  void answer(question).then((value) => process.send!({ value }));
});
process.on('disconnect', () => process.exit());
