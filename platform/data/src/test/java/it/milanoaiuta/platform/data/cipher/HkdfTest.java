package it.milanoaiuta.platform.data.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HkdfTest {

    /** RFC 5869, A.1 to A.3: PRK, info, and of OKM the first block. */
    @ParameterizedTest
    @CsvSource({
            "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5, f0f1f2f3f4f5f6f7f8f9, "
                    + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf",
            "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244, "
                    + "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7"
                    + "d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff, "
                    + "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c",
            "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04, '', "
                    + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"})
    void a_key_is_derived_as_the_rfc_says(String key, String info, String derived) {
        HexFormat hex = HexFormat.of();
        assertThat(hex.formatHex(Hkdf.expand(hex.parseHex(key), hex.parseHex(info)))).isEqualTo(derived);
    }
}
