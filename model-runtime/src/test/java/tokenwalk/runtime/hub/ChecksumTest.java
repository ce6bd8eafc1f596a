package tokenwalk.runtime.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {
    @TempDir
    Path folder;

    @Test
    void smallFilesHaveTheHashThatGitGivesThem() throws Exception {
        // git hash-object, of an empty file and of «hello» with a line's end
        assertThat(sum("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391").matches(file("")))
                .isTrue();
        assertThat(sum("ce013625030ba8dba906f756967f9e9ca394464a").matches(file("hello\n")))
                .isTrue();
        assertThat(sum("ce013625030ba8dba906f756967f9e9ca394464a").matches(file("hello")))
                .isFalse();
    }

    @Test
    void largeFilesHaveTheirSha256() throws Exception {
        // FIPS 180-2, appendix B.1
        assertThat(sum("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                        .matches(file("abc")))
                .isTrue();
    }

    @Test
    void anEtagOfAnotherKindIsNoChecksum() {
        assertThat(Checksum.ofEtag("W/\"CE013625030BA8DBA906F756967F9E9CA394464A\""))
                .contains(new Checksum("ce013625030ba8dba906f756967f9e9ca394464a"));
        assertThat(Checksum.ofEtag("\"5e1-62a\"")).isEmpty();
        assertThat(Checksum.ofEtag("")).isEmpty();
    }

    private static Checksum sum(String hex) {
        return Checksum.ofEtag("\"" + hex + "\"").orElseThrow();
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("file"), text);
    }
}
