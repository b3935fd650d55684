package io.keyledger.samples.nextoria;

import io.keyledger.resourceserver.KeyledgerCredential;
import io.keyledger.resourceserver.ResourceNotFoundException;
import io.keyledger.samples.data.Tenants;
import io.keyledger.samples.rows.Collection;
import io.keyledger.samples.rows.Crud;
import io.keyledger.samples.rows.Paging;
import io.keyledger.samples.rows.Rows;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Nextoria Hub's API: what is alike for all of its collections. */
@RestController
@RequestMapping("/nextoria/v1/{collection}")
class NextoriaApi {

    private static final String HUB = "nextoria";

    private final Rows rows;
    private final Tenants tenants;

    NextoriaApi(Rows rows, Tenants tenants) {
        this.rows = rows;
        this.tenants = tenants;
    }

    @GetMapping
    Map<String, Object> list(
            @PathVariable String collection,
            @RequestParam Map<String, String> query,
            KeyledgerCredential credential) {
        Paging paging = Paging.of(query);
        Crud crud = crud(collection, credential);
        return Map.of(
                "data",
                crud.list(paging),
                "pagination",
                Map.of(
                        "page", paging.page(),
                        "per_page", paging.perPage(),
                        "total", crud.count()));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(
            @PathVariable String collection,
            @PathVariable String id,
            KeyledgerCredential credential) {
        return crud(collection, credential).get(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> create(
            @PathVariable String collection,
            @RequestBody Map<String, @Nullable Object> body,
            KeyledgerCredential credential) {
        return crud(collection, credential).create(body);
    }

    @PatchMapping("/{id}")
    Map<String, @Nullable Object> change(
            @PathVariable String collection,
            @PathVariable String id,
            @RequestBody Map<String, @Nullable Object> body,
            KeyledgerCredential credential) {
        return crud(collection, credential).change(id, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String collection,
            @PathVariable String id,
            KeyledgerCredential credential) {
        crud(collection, credential).delete(id);
    }

    private Crud crud(String path, KeyledgerCredential credential) {
        Collection collection = NextoriaCollections.BY_PATH.get(path);
        if (collection == null) {
            throw new ResourceNotFoundException();
        }
        tenants.furnish(HUB, credential.workspace());
        return new Crud(rows, collection, credential.workspace());
    }
}
