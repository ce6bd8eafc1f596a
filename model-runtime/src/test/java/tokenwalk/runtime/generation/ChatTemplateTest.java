package tokenwalk.runtime.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChatTemplateTest {
    /** As it is in the bundled model's file: the line ends inside the literals are real ones. */
    private static final String SMOLLM2 =
            "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}"
                    + "{{ '<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face"
                    + "<|im_end|>\n' }}{% endif %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] +"
                    + " '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}"
                    + "{{ '<|im_start|>assistant\n' }}{% endif %}";

    @Test
    void aQuestionGetsTheModelsOwnSystemMessage() {
        assertThat(ChatTemplate.of(SMOLLM2).prompt(List.of(ChatMessage.user("Hi"))))
                .isEqualTo("<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging"
                        + " Face<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n");
    }

    @Test
    void aSystemMessageOfOnesOwnReplacesIt() {
        List<ChatMessage> conversation =
                List.of(ChatMessage.system("Be brief."), ChatMessage.user("Hi"), ChatMessage.assistant("Hello"));
        assertThat(ChatTemplate.of(SMOLLM2).transcript(conversation))
                .isEqualTo("<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n"
                        + "<|im_start|>assistant\nHello<|im_end|>\n");
    }

    @Test
    void whatAUserTypesIsNeverReadAsATemplate() {
        assertThat(ChatTemplate.of(SMOLLM2).transcript(List.of(ChatMessage.user("{{ 1 + 1 }}{% include 'x' %}"))))
                .endsWith("<|im_start|>user\n{{ 1 + 1 }}{% include 'x' %}<|im_end|>\n");
    }

    @Test
    void theSameTemplateInAnotherSpellingIsRecognised() {
        String plain = "{%for message in messages%}\n{{\"<|im_start|>\" + message.role + \"\\n\" + message.content"
                + " + \"<|im_end|>\\n\"}}{% endfor %}\n{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}"
                + "{% endif %}\n";
        ChatTemplate template = ChatTemplate.of(plain);
        assertThat(template.defaultSystem()).isEmpty();
        assertThat(template.prompt(List.of(ChatMessage.user("Hi"))))
                .isEqualTo("<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n");
        assertThat(ChatTemplate.of(SMOLLM2.replace("named SmolLM", "that\\'s \"here\" + there"))
                        .defaultSystem())
                .contains("You are a helpful AI assistant that's \"here\" + there, trained by Hugging Face");
    }

    @Test
    void aTemplateThatDoesAnythingElseIsRefused() {
        for (String other : List.of(
                "",
                "{{ bos_token }}" + SMOLLM2,
                SMOLLM2 + "x",
                SMOLLM2.replace("message['content']", "message['content'] | trim"),
                SMOLLM2.replace("<|im_end|>' + '\n'", "<|im_end|>'"),
                "{{ '".repeat(100_000),
                "{% for i in range(1000000000) %}{% endfor %}")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChatTemplate.of(other))
                    .withMessageContaining("it knows plain ChatML");
        }
    }

    @Test
    void aMessageNeedsARole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChatMessage(" ", "Hi"));
    }
}
